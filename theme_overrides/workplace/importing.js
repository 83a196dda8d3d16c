export async function importView() { return []; }
