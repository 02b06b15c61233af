import { ownValue } from '../../../core/index.ts'
import { formatPath } from '../../core.ts'
import {
  type AddEntry,
  DeviceListEditor,
  type DeviceWords,
  More,
  SpecField,
  SpecGroup,
  useHostChoices,
  useStanding,
} from '../../form/index.ts'
import { Section } from '../../layout/index.ts'
import { saidOrGiven } from '../../part-sentences.ts'
import { useRendered } from '../../render/index.ts'
import { below, type ItemAt, type SpecPath, say, specPath } from '../../spec-path.ts'
import { useSpecValue, vmDocument } from '../../store.ts'
import { FieldGroup, type RadioCard, RadioCards } from '../../ui/index.ts'
import { t } from '../../words/index.ts'
import { useFilledIn } from '../notes.ts'
import { PartPanel } from '../PartPanel.tsx'
import { useSpecText } from '../spec-values.ts'
import { FirmwareNeeds } from './FirmwareNeeds.tsx'

type Firmware = 'bios' | 'uefi-insecure' | 'uefi-secure'
type Machine = 'q35' | 'pc' | 'virt'

const os = specPath(['libvirt', 'os'])
const boot = below(os, ['boot'])

const shows: readonly SpecPath[] = [
  specPath(['firmware']),
  specPath(['machine']),
  specPath(['backend']),
  specPath(['autostart']),
  specPath(['libvirt', 'type']),
  specPath(['libvirt', 'os']),
  specPath(['libvirt', 'sysinfo']),
]

export function Panel() {
  const firmware = useSpecText(specPath(['firmware']))
  const said = useSpecText(specPath(['machine']))
  const loader = useFilledIn(['os', 'loader'])
  const automatic = useFilledIn(['os', 'firmware'])
  const files = loader ?? automatic
  // What is wrong with it is said below, with what mends it.
  const { changed, edited } = useStanding(specPath(['firmware']))
  const given = useRendered(({ resolved }) => saidOrGiven('firmware', resolved.design, resolved))
  const chosen = firmwares.find(({ value }) => value === (firmware ?? given))?.value ?? 'bios'
  const machine = machines.find(({ value }) => value === said || (said === 'i440fx' && value === 'pc'))?.value
  const possible = useHostChoices(specPath(['machine']), machines, machine)
  return (
    <PartPanel id="firmware" shows={shows}>
      <Section title={t`Firmware`} about={files}>
        <RadioCards
          label={t`Firmware`}
          path={formatPath(specPath(['firmware']))}
          changed={changed}
          edited={edited}
          value={chosen}
          cards={firmwares}
          onChange={(next) =>
            vmDocument.changeAll([say(specPath(['firmware']), next)], t`use firmware ${next}`)
          }
        />
        <FirmwareNeeds />
      </Section>
      <Section title={t`Mainboard`}>
        <RadioCards
          label={t`Machine`}
          path={formatPath(specPath(['machine']))}
          {...useStanding(specPath(['machine']))}
          value={machine ?? 'q35'}
          cards={possible}
          onChange={(next) =>
            vmDocument.changeAll([say(specPath(['machine']), next)], t`use machine ${next}`)
          }
        />
      </Section>
      <BootOrder />
      <Section title={t`Running it`}>
        <FieldGroup>
          <SpecField path={specPath(['backend'])} />
          <SpecField path={specPath(['autostart'])} />
          <SpecField path={specPath(['libvirt', 'type'])} label={t`Hypervisor`} />
        </FieldGroup>
      </Section>
      <Section>
        <More
          title={t`Boot a kernel directly`}
          remember="firmware.kernel"
          paths={kernelKeys.map((key) => below(os, [key]))}
          summary={t`kernel, initrd and command line from the host`}
        >
          <FieldGroup>
            {kernelKeys.map((key) => (
              <SpecField key={key} path={below(os, [key])} />
            ))}
          </FieldGroup>
        </More>
        <More
          title={t`System information`}
          remember="firmware.sysinfo"
          paths={[specPath(['libvirt', 'sysinfo'])]}
          summary={t`maker, product and serial in SMBIOS, OEM strings`}
        >
          <SpecGroup path={specPath(['libvirt', 'sysinfo'])} />
        </More>
        <SpecGroup path={os} fields={[]} omit={['boot', ...kernelKeys]} moreTitle={t`More`} />
      </Section>
    </PartPanel>
  )
}

const kernelKeys = ['kernel', 'initrd', 'cmdline', 'dtb'] as const

const firmwares: readonly RadioCard<Firmware>[] = [
  {
    value: 'bios',
    title: t`BIOS`,
    text: t`SeaBIOS, a part of QEMU: needs nothing on the host. Fast, and boots all but images made for UEFI alone. The default.`,
  },
  {
    value: 'uefi-insecure',
    title: t`UEFI`,
    text: t`What machines of today have. Needs edk2 (OVMF) on the host; keeps its variables in a file of this VM.`,
  },
  {
    value: 'uefi-secure',
    title: t`UEFI, Secure Boot`,
    text: t`Boots signed systems only; Windows 11 asks for it. Needs edk2 with Secure Boot, the machine q35 and SMM.`,
  },
]

const machines: readonly RadioCard<Machine>[] = [
  {
    value: 'q35',
    title: 'q35',
    text: t`PCI Express, as in machines since 2009. The default on x86_64.`,
  },
  {
    value: 'pc',
    title: t`pc`,
    text: t`i440fx with PCI, floppy and IDE, of 1996: for systems that know nothing newer.`,
  },
  {
    value: 'virt',
    title: t`virt`,
    text: t`A board made for VMs. The default on aarch64 and riscv64; not on x86_64.`,
  },
]

const bootNames = {
  hd: 'Disk',
  cdrom: 'CD',
  network: 'Network',
  fd: 'Floppy',
} as const

function BootOrder() {
  const list = useSpecValue(boot)
  const filled = useFilledIn(['os', 'boot'])
  return (
    <Section
      title={t`Boot order`}
      about={t`Kinds of device in the order they are tried. Not together with a boot order at single devices.`}
    >
      <DeviceListEditor
        listPath={boot}
        item={t`boot device`}
        icon="list"
        describe={bootWords}
        add={bootEntries}
        empty={list === undefined ? (filled ?? t`Not said: the disk`) : undefined}
      />
    </Section>
  )
}

type BootDevice = ItemAt<typeof boot>

function bootWords({ dev }: BootDevice, index: number): DeviceWords {
  return {
    title: ownValue(bootNames, dev ?? '') ?? t`Not chosen yet`,
    summary: index === 0 ? t`first` : undefined,
  }
}

const bootEntries: readonly AddEntry<BootDevice>[] = (['hd', 'cdrom', 'network', 'fd'] as const).map(
  (dev) => ({
    id: dev,
    label: bootNames[dev],
    value: { dev },
  }),
)
