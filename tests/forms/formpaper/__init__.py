"""Filled forms drawn by code, one way or another, around the same words."""
