# Checks this machine: packages, model files and their checksums, the backend's health, every engine. Fails when one fails.
$ErrorActionPreference = 'Stop'
$root = Split-Path -Parent $PSScriptRoot
$python = Get-Command python -ErrorAction SilentlyContinue
if (-not $python) {
    Write-Host 'Python 3.11 was not found. Install it, open a new terminal and run this again.'
    exit 1
}
& $python.Source (Join-Path $root 'ringside.py') doctor @args
exit $LASTEXITCODE
