"""A sweep of two hyper-parameters as a picture."""
