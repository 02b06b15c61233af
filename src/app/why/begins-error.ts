/** How the programs around a VM begin what they say when something fails; a paste may have other lines before it. */
const beginnings: readonly RegExp[] = [
  /^error: [^\s{[]/i,
  /^Error (?:starting|creating|polling|connecting|launching|validating|unplugging|changing)\b/,
  /^Unable to (?:complete install|connect to libvirt)\b/,
  /^libvirt(?:\.libvirtError: |: [A-Za-z ]{1,40}error ?: )/,
  /^(?:internal error|unsupported configuration|XML error|operation failed|invalid argument|Requested operation is not valid): /,
  /^(?:\S{1,100}\/)?(?:qemu-system-[a-z0-9_]{1,20}|qemu-kvm|qemu-img): /,
  // A vm.yml has a key of that name.
  /^(?:\S{1,100}\/)?kvm: (?:-\w|[A-Za-z]\S{0,100} \S)/,
  /^\d{4}-\d\d-\d\dT\S{1,30} qemu-system-[a-z0-9_]{1,20}: /,
  /^[A-Z][a-z]{2} {1,2}\d{1,2} [\d:]{8} \S{1,80} (?:libvirtd|virtqemud|virtnetworkd|virtlogd|virsh|passt|swtpm|virtiofsd|qemu-[\w-]{1,30}|dnsmasq|kernel)(?:\[\d{1,10}\])?: /,
  /^(?:\[[ \d.]{5,20}\] |\[[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d:]{10,20}\] )(?:vfio|kvm|VFIO|Out of memory|audit)/,
  /^(?:vfio-pci [0-9a-f]|vfio_|vfio: [a-z]|BdsDxe: |newuidmap: |Could not access KVM)/,
  /^Failed to bind port \d/,
  /^type=(?:AVC|1400) /,
]

const looksAt = 30

/** True when one of the first lines is one of an error message of virsh, virt-manager, QEMU, its helpers or the kernel. */
export function beginsError(text: string): boolean {
  return text
    .slice(0, 16_384)
    .split('\n', looksAt)
    .some((line) => {
      const start = line
        .replace(/^(?:> )+/, '')
        .trim()
        .slice(0, 300)
      return beginnings.some((one) => one.test(start))
    })
}
