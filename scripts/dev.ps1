# Opens Ringside: sets up what is missing and starts it. Anything behind the name is handed on, such as -- --no-window.
$ErrorActionPreference = 'Stop'
$root = Split-Path -Parent $PSScriptRoot
$python = Get-Command python -ErrorAction SilentlyContinue
if (-not $python) {
    Write-Host 'Python 3.11 was not found. Install it, open a new terminal and run this again.'
    exit 1
}
& $python.Source (Join-Path $root 'ringside.py') start @args
exit $LASTEXITCODE
