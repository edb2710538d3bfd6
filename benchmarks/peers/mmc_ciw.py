"""The line in Ciw: a network of one node, simulated until so many customers have been served."""

import ciw

from benchmarks.peers.mmc import Line


def mean_wait(line: Line, customers: int, seed: int) -> float:
    """Serve customers until so many have left and return their mean wait in minutes."""
    network = ciw.create_network(
        arrival_distributions=[ciw.dists.Exponential(line.arrivals)],
        service_distributions=[ciw.dists.Exponential(line.services)],
        number_of_servers=[line.servers],
    )
    ciw.seed(seed)
    simulation = ciw.Simulation(network)
    simulation.simulate_until_max_customers(customers, method="Finish")
    waits_min = [record.waiting_time for record in simulation.get_all_records()]
    return sum(waits_min) / len(waits_min)
