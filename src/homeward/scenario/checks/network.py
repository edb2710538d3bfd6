"""The checks of a care network, in the order in which a reader would find things."""

from homeward.scenario.checks import (
    Check,
    network_flow,
    network_load,
    network_names,
    network_patients,
    network_staff,
    network_stock,
    network_ways,
)

OF_NAMES: tuple[Check, ...] = (
    network_names.no_name_twice,
    network_names.places_exist,
    network_names.needs_exist,
    network_names.patients_exist,
    network_names.few_enough,
)
OF_THE_LAYDOWN: tuple[Check, ...] = (
    *OF_NAMES,
    network_staff.shifts,
    network_staff.hands,
    network_stock.beds,
    network_stock.stocks,
    network_flow.ways_lead_on,
    network_flow.shares_add_up,
    network_flow.everybody_leaves,
    network_flow.everything_is_reached,
    network_ways.links,
    network_ways.diversions,
    network_patients.arrivals,
    network_patients.bodies,
)
"""What any laydown must hold to, an organisation's too."""

REMARKS: tuple[Check, ...] = (network_staff.calendar_gaps, network_load.unstable_queues)
