"""Reading what the pages of the goals show: each function says how many queries it makes."""
