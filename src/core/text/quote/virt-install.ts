/** Values of virt-install's sub-options: `--disk path=…,bus=…`. */

/**
 * A value as virt-install reads it back: it divides its options by Python's `shlex`, with a comma in place of blanks
 * (virtinst/cli.py, parse_optstr_tuples).
 */
export function virtInstallValue(text: string): string {
  return /^[\w@%+:./=-]+$/.test(text) ? text : `"${text.replace(/[\\"]/g, '\\$&')}"`
}
