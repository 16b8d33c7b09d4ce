"""What installs, starts, checks and measures the observatory; called by the Makefile."""
