"""What installs, starts, checks and measures the observatory; the Makefile calls these modules and nothing else does."""
