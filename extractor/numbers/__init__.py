"""Every numeral of a text and what kind it is; of quantities the value, unit and qualifier; the periods they are told for."""
