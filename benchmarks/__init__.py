"""Measurements that anyone can run: ``make bench``. Each prints ratios within one run, which hold better than times."""
