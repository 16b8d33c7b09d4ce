"""What visitors see and take away."""
