import { isWindowsGuest, type Path, windowsGuestChanges, withoutWindowsGuest } from '../../core.ts'
import { DeviceListEditor, More, SpecField, SpecGroup } from '../../form/index.ts'
import { Section } from '../../layout/index.ts'
import { partById, placedElsewhere } from '../../parts.ts'
import { useVmDocument, vmDocument } from '../../store.ts'
import { FieldGroup, Switch } from '../../ui/index.ts'
import { PartPanel } from '../PartPanel.tsx'
import { phrase, textAt } from '../spec-values.ts'

const libvirt: Path = ['libvirt']
const features: Path = [...libvirt, 'features']
const clock: Path = [...libvirt, 'clock']
const cputune: Path = [...libvirt, 'cputune']

const shows: readonly Path[] = [
  ['libvirt', 'features'],
  ['libvirt', 'clock'],
  ['libvirt', 'iothreads'],
  ['libvirt', 'cputune'],
  ['libvirt', 'memtune'],
  ['libvirt', 'numatune'],
  ['libvirt', 'resource'],
  ['libvirt', 'pm'],
  ['libvirt', 'on_poweroff'],
  ['libvirt', 'on_reboot'],
  ['libvirt', 'on_crash'],
  ['libvirt', 'on_lockfailure'],
]

export function Panel() {
  return (
    <PartPanel id="tuning" shows={shows}>
      <Section>
        <WindowsGuest />
      </Section>
      <Section title="Clock">
        <SpecGroup path={clock} fields={['offset', 'timezone', 'adjustment', 'basis']} omit={['timers']} />
        <DeviceListEditor
          listPath={[...clock, 'timers']}
          item="timer"
          icon="clock"
          describe={timerWords}
          empty="The timers that QEMU has by itself"
        />
      </Section>
      <Section title="Limits" about="On the host, against other VMs. Where the vCPUs run is with the CPU.">
        <FieldGroup>
          <SpecField path={[...libvirt, 'iothreads']} />
          <SpecField path={[...cputune, 'shares']} />
          <SpecField path={[...libvirt, 'memtune', 'hard_limit']} label="Most memory" />
          <SpecField
            path={[...libvirt, 'numatune', 'memory', 'nodeset']}
            label="NUMA nodes"
            placeholder="0"
          />
          <SpecField path={[...libvirt, 'numatune', 'memory', 'mode']} label="How strictly" />
        </FieldGroup>
        <Rest title="CPU time and schedulers" path={cputune} omit={['shares', ...pinsElsewhere()]} />
        <Rest title="Memory limits" path={[...libvirt, 'memtune']} omit={['hard_limit']} />
        <Rest title="NUMA" path={[...libvirt, 'numatune']} omit={['memory.nodeset', 'memory.mode']} />
        <Rest title="cgroup and fabric" path={[...libvirt, 'resource']} omit={[]} />
      </Section>
      <Section title="Hypervisor features">
        <FieldGroup>
          {['acpi', 'apic', 'smm', 'pmu', 'vmport'].map((key) => (
            <SpecField key={key} path={[...features, key]} />
          ))}
        </FieldGroup>
        <SpecField path={[...features, 'hyperv']} />
        <SpecField path={[...features, 'kvm']} />
        <SpecGroup
          path={features}
          fields={[]}
          omit={['acpi', 'apic', 'smm', 'pmu', 'vmport', 'hyperv', 'kvm']}
          moreTitle="More features"
        />
      </Section>
      <Section title="What happens" about="When the guest switches itself off, reboots, or crashes.">
        <FieldGroup>
          {['on_poweroff', 'on_reboot', 'on_crash', 'on_lockfailure'].map((key) => (
            <SpecField key={key} path={[...libvirt, key]} />
          ))}
        </FieldGroup>
        <Rest title="Sleep" path={[...libvirt, 'pm']} omit={[]} />
      </Section>
    </PartPanel>
  )
}

/** What of `cputune` stands with the CPU. */
function pinsElsewhere(): readonly string[] {
  const tuning = partById('tuning')
  return tuning === undefined ? [] : placedElsewhere(tuning, cputune)
}

interface RestProps {
  readonly title: string
  readonly path: Path
  readonly omit: readonly string[]
}

/** All of a map but what stands above, a step further away. */
function Rest({ title, path, omit }: RestProps) {
  return (
    <More title={title} remember={`tuning.${path.join('.')}`} paths={[path]}>
      <SpecGroup path={path} omit={omit} />
    </More>
  )
}

/** One switch for all that Windows wants to be told. */
function WindowsGuest() {
  const spec = useVmDocument((state) => state.design.spec)
  const isOn = isWindowsGuest(spec)
  return (
    <FieldGroup>
      <Switch
        label="Windows guest"
        name="features.hyperv, clock"
        help="Hyper-V enlightenments, the clock in local time and the timers that Windows keeps time by, in one step. What is said otherwise stays."
        note={isOn ? 'Hyper-V enlightenments, local time, timers for Windows.' : undefined}
        value={isOn}
        changed={isOn}
        onChange={(on) =>
          vmDocument.changeAll(
            on ? windowsGuestChanges(spec) : withoutWindowsGuest(spec),
            on ? 'prepare for Windows' : 'take Windows settings away',
          )
        }
      />
    </FieldGroup>
  )
}

function timerWords(timer: object) {
  return {
    title: textAt(timer, 'name') ?? 'Not chosen yet',
    summary: phrase(
      textAt(timer, 'present') === 'no' && 'not there',
      textAt(timer, 'tickpolicy'),
      textAt(timer, 'mode'),
    ),
  }
}
