export async function reportView() { return []; }
