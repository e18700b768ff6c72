"""xunbiao: a benchmarking campaign (寻标、对标、创标) as plain files in git."""
