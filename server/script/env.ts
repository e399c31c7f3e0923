/** The variable under which a script finds a var: `lan.subnet` → `LAN_SUBNET`. */
export function envName(name: string): string {
  return name.toUpperCase().replaceAll(/[^A-Z0-9]/g, '_')
}

/** Vars and built-ins as a script's environment. */
export function scriptEnv(vars: Record<string, string | number>): Record<string, string> {
  return Object.fromEntries(Object.entries(vars).map(([name, value]) => [envName(name), String(value)]))
}
