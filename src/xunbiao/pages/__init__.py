"""Any result → Page: what a report says, one file a result."""
