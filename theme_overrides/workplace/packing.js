// A table as the program sends it (generator/staff/workplace/packing.py): what fields say alike comes once, here it is spread.
export function unpacked(table) {
  const { kinds, ...rest } = table;
  const field = (packed, at) => {
    const given = typeof packed === "number" ? {} : packed;
    const { v, f, step, ...kind } = kinds[typeof packed === "number" ? packed : packed.k];
    const here = [...at, step ?? kind.name];
    const one = { ...kind, at: here, value: "v" in given ? given.v : v ?? null, is_set: Boolean(given.s) };
    if ("r" in given) one.reading = given.r;
    const below = given.f || f;
    if (below) one.fields = below.map((each) => field(each, here));
    return one;
  };
  const rows = table.rows.map((row) => ({ ...row, fields: row.fields.map((one) => field(one, row.at)) }));
  return { ...rest, about: table.about.map((one) => field(one, [])), rows };
}
