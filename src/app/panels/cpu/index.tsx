import { useMemo } from 'react'
import { formatPath } from '../../core.ts'
import {
  type AddEntry,
  DeviceListEditor,
  type DeviceWords,
  More,
  SpecField,
  SpecGroup,
  useStanding,
} from '../../form/index.ts'
import { Section } from '../../layout/index.ts'
import { useRendered } from '../../render/index.ts'
import { below, type ItemAt, type SpecPath, say, specPath } from '../../spec-path.ts'
import { useVmDocument, vmDocument } from '../../store.ts'
import { FieldGroup, type RadioCard, RadioCards } from '../../ui/index.ts'
import { t } from '../../words/index.ts'
import { PartPanel } from '../PartPanel.tsx'
import { useSpecText } from '../spec-values.ts'
import { type CpuMode, type ModelChoice, modelChoices, whyNotMode } from './cpu-choices.ts'
import { Pinning } from './Pinning.tsx'
import { Topology } from './Topology.tsx'

const cpu = specPath(['libvirt', 'cpu'])
const features = below(cpu, ['features'])

type Feature = ItemAt<typeof features>

const shows: readonly SpecPath[] = [
  specPath(['cpu']),
  specPath(['nested']),
  specPath(['libvirt', 'cpu']),
  specPath(['libvirt', 'vcpu']),
  specPath(['libvirt', 'cputune', 'vcpupin']),
  specPath(['libvirt', 'cputune', 'emulatorpin']),
  specPath(['libvirt', 'cputune', 'iothreadpin']),
]

export function Panel() {
  const said = useSpecText(below(cpu, ['mode']))
  const mode = modes.find(({ value }) => value === said)?.value ?? 'host-passthrough'
  const host = useVmDocument((state) => state.host)
  const arch = useRendered(({ resolved }) => resolved.domain.os?.arch)
  const type = useRendered(({ resolved }) => resolved.domain.type)
  const guest = useMemo(() => ({ arch, type }), [arch, type])
  const suggestions = useMemo(() => modelChoices(models, host, guest), [host, guest])
  return (
    <PartPanel id="cpu" shows={shows}>
      <Section>
        <FieldGroup>
          <SpecField path={specPath(['cpu'])} />
          <SpecField path={specPath(['nested'])} />
        </FieldGroup>
      </Section>
      <Section title={t`Processor`}>
        <RadioCards
          label={t`Mode`}
          path={formatPath(below(cpu, ['mode']))}
          {...useStanding(below(cpu, ['mode']))}
          value={mode}
          cards={modes.map((card) => ({ ...card, disabledReason: whyNotMode(host, guest, card.value) }))}
          onChange={(next) => vmDocument.changeAll([say(below(cpu, ['mode']), next)], t`use CPU ${next}`)}
        />
        {mode === 'custom' && (
          <FieldGroup>
            <SpecField path={below(cpu, ['model', 'value'])} label={t`Model`} suggestions={suggestions} />
            <SpecField path={below(cpu, ['model', 'fallback'])} />
          </FieldGroup>
        )}
      </Section>
      <Topology />
      <Pinning />
      <Section title={t`Features`} about={t`Added to what the mode gives, or taken away from it.`}>
        <DeviceListEditor
          listPath={features}
          label={t`Features`}
          item={t`feature`}
          icon="cpu"
          describe={featureWords}
          add={newFeatures}
          empty={t`As the mode gives them`}
        />
      </Section>
      <Section>
        <SpecGroup
          path={cpu}
          fields={[]}
          omit={[
            'mode',
            'topology',
            'features',
            ...(mode === 'custom' ? (['model.value', 'model.fallback'] as const) : []),
          ]}
          moreTitle={t`More`}
        />
        <More
          title={t`Hotplug and placement`}
          remember="cpu.vcpu"
          paths={[specPath(['libvirt', 'vcpu'])]}
          summary={t`vCPUs that come later, host CPUs without pins`}
        >
          <SpecGroup path={specPath(['libvirt', 'vcpu'])} />
        </More>
      </Section>
    </PartPanel>
  )
}

const modes: readonly RadioCard<CpuMode>[] = [
  {
    value: 'host-passthrough',
    title: t`The host’s own`,
    icon: 'cpu',
    text: t`All that the host’s processor can: the fastest. Does not migrate to another processor. The default.`,
  },
  {
    value: 'host-model',
    title: t`Like the host’s`,
    text: t`A named model close to the host’s, with its features listed: migrates to hosts that have them.`,
  },
  {
    value: 'custom',
    title: t`A named model`,
    text: t`The same processor everywhere, as EPYC or Skylake-Client: for several different hosts.`,
  },
  {
    value: 'maximum',
    title: t`The most there is`,
    text: t`Everything that QEMU can give; with emulation, everything that it can emulate.`,
  },
]

const models: readonly ModelChoice[] = [
  { value: 'x86-64-v2', description: t`The baseline of many distributions; QEMU 7.2` },
  { value: 'x86-64-v3', description: t`With AVX2; QEMU 7.2` },
  { value: 'Skylake-Client', description: t`Intel, 2015` },
  { value: 'Icelake-Server', description: t`Intel, 2019` },
  { value: 'EPYC', description: t`AMD, 2017` },
  { value: 'EPYC-Rome', description: t`AMD, 2019` },
  { value: 'EPYC-Milan', description: t`AMD, 2021` },
  { value: 'cortex-a72', description: t`ARM` },
  { value: 'qemu64', description: t`Emulation, the least` },
]

function featureWords({ name, policy }: Feature): DeviceWords {
  return { title: name ?? t`No name yet`, summary: policy ?? 'require' }
}

const newFeatures: readonly AddEntry<Feature>[] = [
  { id: 'name', label: t`By its name`, value: { policy: 'require' } },
  {
    id: 'vmx',
    label: 'vmx',
    description: t`VMs inside the guest, Intel`,
    value: { policy: 'require', name: 'vmx' },
  },
  {
    id: 'svm',
    label: 'svm',
    description: t`VMs inside the guest, AMD`,
    value: { policy: 'require', name: 'svm' },
  },
  {
    id: 'topoext',
    label: 'topoext',
    description: t`AMD guests see the threads of a core`,
    value: { policy: 'require', name: 'topoext' },
  },
  {
    id: 'invtsc',
    label: 'invtsc',
    description: t`A clock that does not change its pace; keeps from migrating`,
    value: { policy: 'require', name: 'invtsc' },
  },
  {
    id: 'hypervisor',
    label: 'hypervisor, off',
    description: t`The guest does not see that it is one`,
    value: { policy: 'disable', name: 'hypervisor' },
  },
]
