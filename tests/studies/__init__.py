"""Sweeps, basins, tuning and digits, against races one by one."""
