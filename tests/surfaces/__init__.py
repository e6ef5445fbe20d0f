"""Losses: published minima, gradients against differences, formulas typed by strangers."""
