"""The care network: patients through facilities, beds, staff, equipment, stock and vehicles.

For whoever lives a network inside something larger (the year), these take a World with the network's tables:

- `runs.begin_network(world)`: second 0; clock and calendar have been set and cleared. Nobody is inside; shifts,
  deliveries, streams and the run's own dates are in the calendar.
- `loop.network_event(world, event, entity)`: dispatch a calendar entry whose entity is below `clock["first_missions"]`
  and is not the year's own of the run (`first_run + 3`).
- `loop.is_open(world)`: whether the run of the network goes on.
- `arrivals.admit(world, b, f, member, key)`: a member comes to facility f now as row b of `bodies` has him (condition,
  category or -1, blood, flow_per_s, clot_per_s, held, zero, threat_done, threat_per_s, debt, iss, mechanism, age_y,
  units). Returns his row of patients. He may already have left when it returns.
- a member who has left is the first of `clock["left_first"]`, linked by `next`; `exit`, `arrived_s`, `waited_s`,
  `condition`, `category` and the body are as he left. `patients.give_back(world, p)` frees his row; take the list
  before the next event.
- `staff.call_away(world, i)` and `staff.call_back(world, i)`: staff row i is needed elsewhere, and is back; after
  `call_back`, `serve.serve(world, world.staff[i]["facility"])`.
- `runs.end_network(world)`: close the sums at the present time.

From Python: `networks.live_networks(template, world, replicates, room)` and `run/network.py`.
"""
