"""The care network: patients through facilities, beds, staff, equipment, stock and vehicles."""
