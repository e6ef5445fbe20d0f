"""Does Adam beat SGD on digits? The seven rules on 650 weights, by the code that runs on two.

A softmax classifier learns scikit-learn's handwritten digits: `data` has them, `softmax` the loss,
`training` lets the optimizers run, `plane` finds the plane in which their ways can be seen,
`rates` asks how much the learning rate matters, `study` does all of it, and `claims` says what
came of it.
"""

from optviz.studies.digits.claims import CLAIMS, Claim, Verdict, verdicts
from optviz.studies.digits.data import Digits, digits
from optviz.studies.digits.plane import Plane, plane_of
from optviz.studies.digits.study import Conditions, Study, study
from optviz.studies.digits.training import FIELD, Run, Stopped, Training, train

__all__ = [
    "CLAIMS",
    "FIELD",
    "Claim",
    "Conditions",
    "Digits",
    "Plane",
    "Run",
    "Stopped",
    "Study",
    "Training",
    "Verdict",
    "digits",
    "plane_of",
    "study",
    "train",
    "verdicts",
]
