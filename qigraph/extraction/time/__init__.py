"""Time: dates in every form, and what they date."""
