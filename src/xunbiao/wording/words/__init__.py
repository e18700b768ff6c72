"""The word lists: data alone, each with where it comes from. The grammar that uses them is one folder up."""
