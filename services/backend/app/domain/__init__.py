"""What everything else talks about: frozen values of the call, free of I/O; the standard library only."""
