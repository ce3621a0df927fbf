"""Names for the arrays of this room."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
Whole = NDArray[np.int64]
Marks = NDArray[np.bool_]
