"""How the NRMP may be named and what it asks of those who use its reports, in our words."""

from __future__ import annotations

PUBLISHER = "NRMP"
URL = "https://www.nrmp.org/match-data-analytics/residency-data-reports/"
LICENCE = "© NRMP. To copy or pass on its reports takes the NRMP's permission."
TERMS = (
    "The NRMP does not let its data be passed on without its permission, nor be put into models or tools of machine "
    "learning or artificial intelligence without its written consent."
)
