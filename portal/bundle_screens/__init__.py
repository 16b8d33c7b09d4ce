"""The screens of the bundles in the admin."""
