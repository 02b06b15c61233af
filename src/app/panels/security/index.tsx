import { formatPath } from '../../core.ts'
import {
  type AddEntry,
  DeviceListEditor,
  type DeviceWords,
  SpecGroup,
  useHostChoices,
  useStanding,
} from '../../form/index.ts'
import { Section } from '../../layout/index.ts'
import { below, type FieldOf, type ItemAt, type SpecPath, specPath, type ValueAt } from '../../spec-path.ts'
import { vmDocument } from '../../store.ts'
import { type RadioCard, RadioCards } from '../../ui/index.ts'
import { t } from '../../words/index.ts'
import { changeKind } from '../kind.ts'
import { useFilledIn } from '../notes.ts'
import { PartPanel } from '../PartPanel.tsx'
import { phrase, useSpecText } from '../spec-values.ts'

type Launch = 'none' | 'sev' | 'sev-es' | 'sev-snp' | 'tdx' | 's390-pv'

const tpm = specPath(['libvirt', 'devices', 'tpm'])
const seclabel = specPath(['libvirt', 'seclabel'])
const launch = specPath(['libvirt', 'launch_security'])

type Tpm = ItemAt<typeof tpm>

const shows: readonly SpecPath[] = [tpm, seclabel, launch]

export function Panel() {
  const given = useFilledIn(['devices', 'tpm', 0])
  return (
    <PartPanel id="security" shows={shows}>
      <Section
        title={t`TPM`}
        about={t`A chip that keeps keys and measures the boot. Windows 11 and BitLocker ask for version 2.0.`}
      >
        <DeviceListEditor
          listPath={tpm}
          item={t`TPM`}
          icon="shield"
          describe={tpmWords}
          main={['model', 'backend.type', 'backend.version', 'backend.device', 'backend.encryption']}
          add={newTpm}
          empty={given ?? t`The guest has no TPM`}
        />
      </Section>
      <LaunchSecurity />
      <Section
        title={t`Security label`}
        about={t`How SELinux, AppArmor or plain ownership keep this VM from the rest of the host. libvirt makes one by itself.`}
      >
        <SpecGroup path={seclabel} fields={['type', 'model', 'relabel', 'label']} />
      </Section>
    </PartPanel>
  )
}

function LaunchSecurity() {
  const said = useSpecText(below(launch, ['type']))
  const value = kinds.find((kind) => kind.value === said)?.value ?? 'none'
  const possible = useHostChoices(below(launch, ['type']), kinds, value)
  const choose = (next: Launch) => {
    if (next === 'none') vmDocument.switchOff(launch, t`do without encrypted memory`)
    else changeKind(launch, 'type', next, t`use ${next}`)
  }
  return (
    <Section
      title={t`Memory kept from the host`}
      about={t`Encrypted by the processor, so that the host cannot read it.`}
    >
      <RadioCards
        label={t`Launch security`}
        path={formatPath(below(launch, ['type']))}
        {...useStanding(below(launch, ['type']))}
        value={value}
        cards={possible}
        onChange={choose}
      />
      {value !== 'none' && <SpecGroup key={value} path={launch} fields={fieldsOf[value]} omit={['type']} />}
    </Section>
  )
}

const kinds: readonly RadioCard<Launch>[] = [
  { value: 'none', title: t`None`, text: t`The host can read the memory, as of any program. The default.` },
  { value: 'sev', title: t`SEV`, text: t`AMD EPYC: the memory is encrypted. Needs UEFI.` },
  {
    value: 'sev-es',
    title: t`SEV-ES`,
    text: t`AMD EPYC 7002: the registers too. The same fields as SEV, by its policy.`,
  },
  {
    value: 'sev-snp',
    title: t`SEV-SNP`,
    text: t`AMD EPYC 7003: and nobody can change it unseen. libvirt 10.5.`,
  },
  { value: 'tdx', title: t`TDX`, text: t`Intel Xeon of the fifth generation. libvirt 11.6.` },
  { value: 's390-pv', title: t`Secure Execution`, text: t`IBM Z.` },
]

const sev: readonly FieldOf<ValueAt<typeof launch>>[] = [
  'policy',
  'cbitpos',
  'reduced_phys_bits',
  'kernel_hashes',
  'dh_cert',
  'session',
]
const fieldsOf: Readonly<Record<Launch, readonly FieldOf<ValueAt<typeof launch>>[]>> = {
  none: [],
  sev,
  'sev-es': sev,
  'sev-snp': ['policy', 'cbitpos', 'reduced_phys_bits', 'kernel_hashes', 'id_block', 'id_auth', 'host_data'],
  tdx: ['policy', 'quote_generation_service', 'mr_config_id', 'mr_owner', 'mr_owner_config'],
  's390-pv': [],
}

function tpmWords({ model, backend }: Tpm): DeviceWords {
  const { type, version, device } = backend ?? {}
  return {
    title: version === undefined ? t`TPM` : t`TPM ${version}`,
    summary: phrase(model, type === 'emulator' ? 'swtpm' : type),
    detail: device,
  }
}

const newTpm: readonly AddEntry<Tpm>[] = [
  {
    id: 'emulator',
    label: t`TPM 2.0 by swtpm`,
    description: t`Needs swtpm on the host; its state is kept with the VM`,
    icon: 'shield',
    value: { model: 'tpm-crb', backend: { type: 'emulator', version: '2.0' } },
  },
  {
    id: 'passthrough',
    label: t`The TPM of the host`,
    description: t`For one VM alone, and the host does without`,
    icon: 'pci',
    value: { model: 'tpm-crb', backend: { type: 'passthrough', device: '/dev/tpm0' } },
  },
]
