/** The kernel command line, for each boot loader and family of distributions. */
import { distroFamily } from '../distro-family.ts'
import type { HostFacts } from '../facts.ts'
import type { HugePages } from '../hugepages.ts'
import { iommuIsOn } from '../iommu-groups.ts'
import type { PassedDevices } from './passed-devices.ts'
import type { SetupFile, SetupStep } from './step.ts'

/** @returns undefined when the design needs no word on the command line */
export function kernelStep(
  facts: HostFacts | undefined,
  passed: PassedDevices,
  pages: HugePages | undefined,
): SetupStep | undefined {
  const iommu = passed.addresses.length === 0 ? [] : iommuWords(facts)
  // 2M pages can be set aside later; larger ones are found only before memory is in pieces.
  const large = pages?.needs.some(({ sizeKib }) => sizeKib > 2048) === true ? pages.kernelWords : []
  const words = [...iommu, ...large]
  if (words.length === 0) return undefined
  const said = facts?.kernel?.command_line?.split(/\s+/)
  const missing = said === undefined ? words : words.filter((word) => !said.includes(word))
  // A host whose groups are there has its IOMMU on, whatever the words are; what is left is only speed.
  const works =
    facts !== undefined && iommuIsOn(facts) === true && missing.every((word) => iommu.includes(word))
  const { files, commands } = waysOf(facts, missing.length === 0 ? words : missing)
  const why = [
    ...(iommu.length === 0
      ? []
      : ['The IOMMU keeps the memory accesses of a passed-through device inside its guest.']),
    ...(large.length === 0 ? [] : ['Pages of 1G have to be set aside before memory is in use.']),
    ...(iommu.length === 0
      ? []
      : ['It has to be on in the firmware too (VT-d on Intel, AMD-Vi or IOMMU on AMD).']),
  ].join(' ')
  return {
    id: 'kernel-command-line',
    title: `Kernel command line: ${words.join(' ')}`,
    why,
    ...(iommu.length === 0 ? {} : { addresses: passed.addresses }),
    files,
    commands,
    ...(said === undefined && !works ? {} : { done: missing.length === 0 || works }),
  }
}

/** Linux 6 switches AMD's IOMMU on by itself, and Intel's only where the distribution chose so. */
function iommuWords(facts: HostFacts | undefined): string[] {
  if (facts?.arch !== undefined && !/^(?:x86_64|i686)$/.test(facts.arch)) return ['iommu.passthrough=1']
  const vendor = facts?.cpu_vendor
  if (vendor === 'AuthenticAMD' || vendor === 'HygonGenuine') return ['iommu=pt']
  return ['intel_iommu=on', 'iommu=pt']
}

interface Way {
  readonly files: readonly SetupFile[]
  readonly commands: readonly string[]
}

function waysOf(facts: HostFacts | undefined, words: readonly string[]): Way {
  const text = words.join(' ')
  const family = distroFamily(facts?.distro)
  const atomic = /^(?:silverblue|kinoite|bazzite|bluefin)/.test(facts?.distro ?? '')
  if (atomic)
    return { files: [], commands: [`rpm-ostree kargs ${words.map((word) => `--append=${word}`).join(' ')}`] }
  if (family === 'nixos') {
    const list = words.map((word) => `"${word}"`).join(' ')
    const content = `boot.kernelParams = [ ${list} ];\n`
    return {
      files: [{ path: '/etc/nixos/configuration.nix', content, append: true }],
      commands: ['nixos-rebuild boot'],
    }
  }
  if (family === 'fedora') return { files: [], commands: [`grubby --update-kernel=ALL --args="${text}"`] }
  const loader = facts?.boot?.loader
  if (loader === 'systemd-boot') return systemdBoot(family, text)
  if (loader === 'limine') {
    const content = `KERNEL_CMDLINE[default]+=" ${text}"\n`
    const files = [{ path: '/etc/default/limine', content, append: true }]
    return { files, commands: ['limine-update # or add the words to cmdline: in /boot/limine.conf'] }
  }
  if (loader === 'refind') {
    const content = `# Add to the options of each line: ${text}\n`
    return { files: [{ path: '/boot/refind_linux.conf', content, append: true }], commands: [] }
  }
  return grub(family, text, loader === undefined)
}

function grub(family: ReturnType<typeof distroFamily>, text: string, guessed: boolean): Way {
  const file = {
    path: '/etc/default/grub',
    content: `GRUB_CMDLINE_LINUX_DEFAULT="$GRUB_CMDLINE_LINUX_DEFAULT ${text}"\n`,
    append: true,
  }
  const update =
    family === 'debian'
      ? 'update-grub'
      : family === 'opensuse'
        ? 'grub2-mkconfig -o /boot/grub2/grub.cfg'
        : 'grub-mkconfig -o /boot/grub/grub.cfg'
  const other =
    '# with systemd-boot: add the words to /etc/kernel/cmdline or to options in /boot/loader/entries/*.conf'
  return { files: [file], commands: guessed ? [update, other] : [update] }
}

function systemdBoot(family: ReturnType<typeof distroFamily>, text: string): Way {
  const commands = [
    `sed -i 's/$/ ${text}/' /etc/kernel/cmdline`,
    family === 'arch'
      ? 'mkinitcpio -P # entries of your own: add the words to options in /boot/loader/entries/*.conf'
      : 'kernel-install add "$(uname -r)" "/boot/vmlinuz-$(uname -r)"',
  ]
  return { files: [], commands }
}
