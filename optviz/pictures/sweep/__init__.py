"""A sweep of one hyper-parameter as a picture."""
