/**
 * Whether a text is a VM of a desktop's hypervisor, told without reading it: small enough for whoever only wants to
 * know.
 */

export type DesktopFormat = 'quickemu' | 'vmx' | 'vbox' | 'ovf'

const looksAt = 64 * 1024

/** @returns undefined for a text of none of them */
export function desktopFormat(text: string): DesktopFormat | undefined {
  const start = text.slice(0, looksAt)
  // An .ova is a tar that begins with its .ovf.
  if (start.startsWith('ustar', 257)) return isOvf(start) ? 'ovf' : undefined
  if (/^\uFEFF?\s*</.test(start)) {
    if (isOvf(start)) return 'ovf'
    return /<VirtualBox\s/.test(start) && /<Machine(?:Encrypted)?\s/.test(start) ? 'vbox' : undefined
  }
  if (isVmx(start)) return 'vmx'
  return isQuickemu(start) ? 'quickemu' : undefined
}

function isOvf(start: string): boolean {
  return start.includes('dmtf.org/ovf/envelope') && /<(?:\w{1,20}:)?Envelope\s/.test(start)
}

/** Two keys that every .vmx has: a line of a shell has no blanks around its sign. */
function isVmx(start: string): boolean {
  const keys = namesIn(start, /^[ \t]{0,8}([\w.:]{1,40})[ \t]{0,8}=[ \t]{0,8}"/gm)
  const isOne = keys.has('config.version') || keys.has('virtualhw.version')
  const usual = ['guestos', 'displayname', 'memsize']
  return isOne && (usual.some((key) => keys.has(key)) || [...keys].some((key) => key.endsWith('.present')))
}

/** A script with a command of QEMU is read as that. */
function isQuickemu(start: string): boolean {
  const names = namesIn(start, /^(\w{1,20})=/gm)
  const isOne = names.has('disk_img') || names.has('guest_os')
  const usual = ['disk_img', 'iso', 'fixed_iso', 'img', 'ram', 'cpu_cores']
  return isOne && usual.some((name) => names.has(name)) && !start.includes('qemu-system-')
}

function namesIn(start: string, form: RegExp): ReadonlySet<string> {
  return new Set([...start.matchAll(form)].map(([, name = '']) => name.toLowerCase()))
}
