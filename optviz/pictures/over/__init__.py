"""A race over a hyper-parameter as pictures: a frame for each value, in which all of it is seen."""
