/**
 * What programs print about a host, told by one line each; a paste may have a prompt or something else before it.
 * What a text says is for readHostText to find out: this only tells it from a vm.yml.
 */

const lines: readonly RegExp[] = [
  /^(?:[*#=\s-]*)?iommu[ _-]?group[ :#=]*\d/i,
  // sysfs, dmesg
  /\/iommu_groups(?:\/\d{1,6})?(?:\/devices\/|\/|:|$)|(?:^|\/)\d{1,6}\/devices\/(?:\d|:)/,
  /(?:Adding to iommu group|Adding device [0-9a-f:.]{7,16} to group) \d{1,6}$/,
  /^(?:\[[ \d.]{5,20}\] )?(?:DMAR: IOMMU|AMD-Vi: )/,
  // lspci -nn, -n, -mm, -vmm; the list on Proxmox' page
  /^\s*(?:[0-9a-f]{4}:)?[0-9a-f]{2}:[0-9a-f]{2}\.[0-7]\s.*\[[0-9a-f]{4}\]/i,
  /^(?:[0-9a-f]{4,8}:)?[0-9a-f]{2}:[01][0-9a-f]\.[0-7] (?:[0-9a-f]{4}: |"|[A-Z])/,
  /^(?:Slot|Device):\s(?:[0-9a-f]{4,8}:)?[0-9a-f]{2}:[01][0-9a-f]\.[0-7]$/,
  /^[0-9a-f]{4}:[0-9a-f]{2}:[01][0-9a-f]\.[0-7]\s+\d{1,4}\s/,
  // lsusb, lsusb -t
  /^Bus \d{3} Device \d{3}:?\s(?:Port [\d.-]+)?\s*ID [0-9a-f]{4}:/,
  /^\/: {2}Bus \d+\.Port \d+/,
  // lscpu, lscpu -e, numactl -H, /proc/cpuinfo, /proc/meminfo
  /^Architecture: +[a-z0-9_]+$/,
  /^Model name: {2,}\S/,
  /^CPU\(s\): {2,}\d/,
  /^(?:CPU|NODE|SOCKET|CORE) +(?:CPU|NODE|SOCKET|CORE)\b/,
  /^# (?:CPU|Core|Socket|Node),(?:CPU|Core|Socket|Node)\b/i,
  /^processor\s*:\s*\d+$/,
  /^available: \d+ nodes/,
  /^MemTotal: +\d+ kB/,
  // Unraid's and Proxmox' pages
  /^PCI Devices and IOMMU Groups$/,
  /^Pair \d+:\s*cpu \d/,
  /^[│|].*[│|]\s*(?:iommugroup|vendid)\s*[│|]/u,
  /^"(?:iommugroup|vendid)" ?:/,
  /^(?:CPU\(s\)\s)?\d{1,5} x \S.*\(\d{1,3} Sockets?\)$/,
  // os-release, virsh version, /etc/subuid
  /^(?:PRETTY_NAME|ID_LIKE|VERSION_ID)=/,
  /^Compiled against library: libvirt /,
  /^[a-z_][a-z0-9_-]*:\d{4,10}:\d{4,10}$/,
]

const architectures = new Set('x86_64 i686 aarch64 armv7l riscv64 ppc64le s390x loongarch64'.split(' '))

/** The first line of lscpu and virsh nodeinfo, whose name is translated and its value is not. */
function saysArchitecture(line: string): boolean {
  const colon = line.search(/[:：]/u)
  const value = line.slice(colon + 1)
  const isAligned = value.startsWith('  ') || line.charAt(colon) === '：'
  return colon > 0 && isAligned && !/^[a-z]/.test(line) && architectures.has(value.trim())
}

function isOfHost(line: string): boolean {
  return saysArchitecture(line) || lines.some((one) => one.test(line))
}

const looksAt = 40

/** True when one of the first lines is one that such a program prints, and the text does not begin as a vm.yml. */
export function beginsHostText(text: string): boolean {
  const first = text.slice(0, 16_384).split('\n', looksAt)
  const start = unquoted(first.find((line) => line.trim() !== '' && !/^\s*#/.test(line)) ?? '')
  if (/^(?:---|[a-z_][a-z0-9_]*:(?:\s|$))/.test(start) && !isOfHost(start)) return false
  return first.some((line) => isOfHost(unquoted(line)))
}

/** Mail puts `>` in front of lines, pages put blanks. */
function unquoted(line: string): string {
  return line.replace(/^(?:> )+/, '').trim()
}

/** XML of virsh about a host: capabilities, domcapabilities, nodedev-dumpxml. */
export function isHostXml(text: string): boolean {
  const root = /<([A-Za-z]\w*)[\s/>]/.exec(text.slice(0, 4096).replaceAll(/<!--[\s\S]*?-->/g, ''))
  return ['capabilities', 'domainCapabilities', 'device', 'nodedevs'].includes(root?.[1] ?? '')
}

/** JSON of `lscpu -J` or `pvesh get`; that of the probe is told by the keys of HostFacts. */
export function isListingJson(text: string): boolean {
  const start = text.slice(0, 2048)
  if (/^\s*\[\s*\{/.test(start)) return /"(?:iommugroup|vendid)"\s*:/.test(start)
  return /^\s*\{\s*"(?:lscpu|cpus)"\s*:\s*\[/.test(text)
}
