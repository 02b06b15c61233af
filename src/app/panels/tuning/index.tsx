import { isWindowsGuest, windowsGuestChanges, withoutWindowsGuest } from '../../core.ts'
import { DeviceListEditor, More, SpecField, SpecGroup } from '../../form/index.ts'
import { Section } from '../../layout/index.ts'
import { below, type FieldOf, type ItemAt, type SpecPath, specPath } from '../../spec-path.ts'
import { useVmDocument, vmDocument } from '../../store.ts'
import { FieldGroup, Switch } from '../../ui/index.ts'
import { t } from '../../words/index.ts'
import { PartPanel } from '../PartPanel.tsx'
import { phrase } from '../spec-values.ts'

const libvirt = specPath(['libvirt'])
const features = below(libvirt, ['features'])
const clock = below(libvirt, ['clock'])
const timers = below(clock, ['timers'])
const cputune = below(libvirt, ['cputune'])

const shows: readonly SpecPath[] = [
  specPath(['libvirt', 'features']),
  specPath(['libvirt', 'clock']),
  specPath(['libvirt', 'iothreads']),
  specPath(['libvirt', 'cputune']),
  specPath(['libvirt', 'memtune']),
  specPath(['libvirt', 'numatune']),
  specPath(['libvirt', 'resource']),
  specPath(['libvirt', 'pm']),
  specPath(['libvirt', 'on_poweroff']),
  specPath(['libvirt', 'on_reboot']),
  specPath(['libvirt', 'on_crash']),
  specPath(['libvirt', 'on_lockfailure']),
]

export function Panel() {
  return (
    <PartPanel id="tuning" shows={shows}>
      <Section>
        <WindowsGuest />
      </Section>
      <Section title={t`Clock`}>
        <SpecGroup path={clock} fields={['offset', 'timezone', 'adjustment', 'basis']} omit={['timers']} />
        <DeviceListEditor
          listPath={timers}
          item={t`timer`}
          icon="clock"
          describe={timerWords}
          empty={t`The timers that QEMU has by itself`}
        />
      </Section>
      <Section
        title={t`Limits`}
        about={t`On the host, against other VMs. Where the vCPUs run is with the CPU.`}
      >
        <FieldGroup>
          <SpecField path={below(libvirt, ['iothreads'])} />
          <SpecField path={below(cputune, ['shares'])} />
          <SpecField path={below(libvirt, ['memtune', 'hard_limit'])} label={t`Most memory`} />
          <SpecField
            path={below(libvirt, ['numatune', 'memory', 'nodeset'])}
            label={t`NUMA nodes`}
            placeholder="0"
          />
          <SpecField path={below(libvirt, ['numatune', 'memory', 'mode'])} label={t`How strictly`} />
        </FieldGroup>
        <Rest title={t`CPU time and schedulers`} path={cputune} omit={['shares', ...withTheCpu]} />
        <Rest title={t`Memory limits`} path={below(libvirt, ['memtune'])} omit={['hard_limit']} />
        <Rest title={t`NUMA`} path={below(libvirt, ['numatune'])} omit={['memory.nodeset', 'memory.mode']} />
        <Rest title={t`cgroup and fabric`} path={below(libvirt, ['resource'])} omit={[]} />
      </Section>
      <Section title={t`Hypervisor features`}>
        <FieldGroup>
          {(['acpi', 'apic', 'smm', 'pmu', 'vmport'] as const).map((key) => (
            <SpecField key={key} path={below(features, [key])} />
          ))}
        </FieldGroup>
        <SpecField path={below(features, ['hyperv'])} />
        <SpecField path={below(features, ['kvm'])} />
        <SpecGroup
          path={features}
          fields={[]}
          omit={['acpi', 'apic', 'smm', 'pmu', 'vmport', 'hyperv', 'kvm']}
          moreTitle={t`More features`}
        />
      </Section>
      <Section title={t`What happens`} about={t`When the guest switches itself off, reboots, or crashes.`}>
        <FieldGroup>
          {(['on_poweroff', 'on_reboot', 'on_crash', 'on_lockfailure'] as const).map((key) => (
            <SpecField key={key} path={below(libvirt, [key])} />
          ))}
        </FieldGroup>
        <Rest title={t`Sleep`} path={below(libvirt, ['pm'])} omit={[]} />
      </Section>
    </PartPanel>
  )
}

const withTheCpu = ['vcpupin', 'emulatorpin', 'iothreadpin'] as const

interface RestProps<V> {
  readonly title: string
  readonly path: SpecPath<V>
  readonly omit: readonly FieldOf<NoInfer<V>>[]
}

/** All of a map but what stands above, a step further away. */
function Rest<V>({ title, path, omit }: RestProps<V>) {
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
        label={t`Windows guest`}
        name="features.hyperv, clock"
        help={t`Hyper-V enlightenments, the clock in local time and the timers that Windows keeps time by, in one step. What is said otherwise stays.`}
        note={isOn ? t`Hyper-V enlightenments, local time, timers for Windows.` : undefined}
        value={isOn}
        changed={isOn}
        onChange={(on) =>
          vmDocument.changeAll(
            on ? windowsGuestChanges(spec) : withoutWindowsGuest(spec),
            on ? t`prepare for Windows` : t`take Windows settings away`,
          )
        }
      />
    </FieldGroup>
  )
}

function timerWords({ name, present, tickpolicy, mode }: ItemAt<typeof timers>) {
  return {
    title: name ?? t`Not chosen yet`,
    summary: phrase(present === 'no' && t`not there`, tickpolicy, mode),
  }
}
