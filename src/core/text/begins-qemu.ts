/** Whether a text is a command line, told without reading it: small enough for whoever only wants to know. */

/** Texts that name QEMU and are something else: XML has its emulator, vm.yml its libvirt. */
const others = /^\uFEFF?\s*(?:<|[\w-]+:(?:\s|$)|#v\d+\.)/

const named =
  /(?:^|[\s/\\"'=;])\.?(?:qemu-system-\w+(?:\.exe)?|qemu-kvm|kvm)(?:-wrapped)?["']?[\s,\0\\]+["']?-{1,2}[A-Za-z]/

/** The beginning of a text is enough: a script has its QEMU within this many characters. */
const enough = 64 * 1024

/** True for a text with a command in it that starts QEMU with options. */
export function beginsQemuCommand(text: string): boolean {
  const start = text.slice(0, enough)
  if (/^\s*(?:\[|\{)/.test(start)) return named.test(start) && /[[]\s*"[^"]*(?:qemu|kvm)/.test(start)
  return !others.test(start) && (named.test(start) || isScriptWithQemu(start))
}

/** A script that has QEMU's program or its options in variables. */
function isScriptWithQemu(text: string): boolean {
  return (
    /qemu-system-\w+|qemu-kvm/.test(text) && /^#!|\s-(?:drive|device|machine|netdev|enable-kvm)\s/.test(text)
  )
}
