/**
 * What programs print about a host, told by one line each; a paste may have a prompt or something else before it.
 * What a text says is for readHostText to find out: this only tells it from a vm.yml.
 */
const lines: readonly RegExp[] = [
  /^(?:[*#=\s-]*)?iommu[ _-]?group[ :#]*\d/i,
  // lspci -nn
  /^\s*(?:[0-9a-f]{4}:)?[0-9a-f]{2}:[0-9a-f]{2}\.[0-7]\s.*\[[0-9a-f]{4}\]:/i,
  // lsusb, lsusb -t
  /^Bus \d{3} Device \d{3}: ID [0-9a-f]{4}:/,
  /^\/: {2}Bus \d+\.Port \d+/,
  // lscpu, lscpu -e, numactl -H, /proc/meminfo
  /^Architecture: {3,}\S/,
  /^CPU +(?:NODE|SOCKET|CORE)\b/,
  /^available: \d+ nodes/,
  /^MemTotal: +\d+ kB/,
  // os-release, virsh version, /etc/subuid
  /^(?:PRETTY_NAME|ID_LIKE|VERSION_ID)=/,
  /^Compiled against library: libvirt /,
  /^[a-z_][a-z0-9_-]*:\d{4,10}:\d{4,10}$/,
]

const looksAt = 40

/** True when one of the first lines is one that such a program prints, and the text does not begin as a vm.yml. */
export function beginsHostText(text: string): boolean {
  const first = text.slice(0, 16_384).split('\n', looksAt)
  const start = first.find((line) => line.trim() !== '' && !/^\s*#/.test(line)) ?? ''
  if (/^(?:---|[a-z_][a-z0-9_]*:(?:\s|$))/.test(start) && !lines.some((line) => line.test(start)))
    return false
  return first.some((line) => lines.some((one) => one.test(line.trimEnd())))
}

/** XML of virsh about a host: capabilities, domcapabilities, nodedev-dumpxml. */
export function isHostXml(text: string): boolean {
  const root = /<([A-Za-z]\w*)[\s/>]/.exec(text.slice(0, 4096).replaceAll(/<!--[\s\S]*?-->/g, ''))
  return ['capabilities', 'domainCapabilities', 'device', 'nodedevs'].includes(root?.[1] ?? '')
}

/** JSON of `lscpu -J`; that of the probe is told by the keys of HostFacts. */
export function isLscpuJson(text: string): boolean {
  return /^\s*\{\s*"(?:lscpu|cpus)"\s*:\s*\[/.test(text)
}
