"""arguments → result → page → text → exit code: one file a command."""
