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
  const has = (keys: string) => new RegExp(`^[ \\t]*(?:${keys})[ \\t]*=[ \\t]*"`, 'im').test(start)
  return (
    has('config\\.version|virtualHW\\.version') &&
    has('guestOS|displayName|memsize|[a-z]+\\d+(?::\\d+)?\\.present')
  )
}

/** A script with a command of QEMU is read as that. */
function isQuickemu(start: string): boolean {
  return (
    /^[ \t]*(?:guest_os|disk_img)=/m.test(start) &&
    /^[ \t]*(?:disk_img|iso|fixed_iso|img|guest_os|ram|cpu_cores|macos_release)=/m.test(start) &&
    !/\bqemu-system-/.test(start)
  )
}
