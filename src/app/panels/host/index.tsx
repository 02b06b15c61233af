import { useMemo } from 'react'
import { type HostFacts, iommuListingCommand } from '../../core.ts'
import { hostOf } from '../../host-sources.ts'
import { Section } from '../../layout/index.ts'
import { useVmDocument } from '../../store.ts'
import { CodeLine, Dialog, Disclosure, FindingList } from '../../ui/index.ts'
import { counted, t } from '../../words/index.ts'
import { FactsFile } from './FactsFile.tsx'
import { HostTexts } from './HostTexts.tsx'
import { knownFacts } from './known-facts.ts'
import { Probe } from './Probe.tsx'
import { Sources } from './Sources.tsx'
import { TypedFacts } from './TypedFacts.tsx'
import './host.css'

export { HostTexts } from './HostTexts.tsx'

export interface HostDialogProps {
  readonly open: boolean
  readonly onClose: () => void
}

/** What is known about the machine that the VM will run on: read from texts, or typed. */
export function HostDialog({ open, onClose }: HostDialogProps) {
  const host = useVmDocument((state) => state.host)
  return (
    <Dialog title={t`Host`} open={open} onClose={onClose} actions={[]} cancel={t`Done`} wide>
      <p className="host-about">{t`The machine that the VM will run on. What is known of it stays in this browser, apart from the design, and is in no link. What is not said is not known, and the rules about it stay quiet.`}</p>
      <Section title={t`Ask the host`}>
        <Probe />
        <Disclosure
          title={t`Other texts that are read`}
          remember="host.texts"
          summary={'lspci, lscpu, lsusb, virsh capabilities …'}
        >
          <ul className="host-texts">
            {otherTexts.map(([command, what]) => (
              <li key={command}>
                <span>{what}</span>
                <CodeLine code={command} what={t`the command for ${what}`} prompt="$" />
              </li>
            ))}
          </ul>
        </Disclosure>
      </Section>
      <Section title={t`What it said`}>
        <HostTexts
          label={t`Paste or drop what it printed`}
          placeholder={t`host.json of the probe, lspci -nnk, lscpu -J, virsh capabilities … one after the other, in any order`}
        />
        <Sources />
        <Conflicts />
      </Section>
      {host !== undefined && <Known host={host} />}
      <Disclosure
        title={t`Say it by hand`}
        remember="host.typed"
        summary={t`distribution, versions, connection, you: goes before what was read`}
      >
        <TypedFacts />
      </Disclosure>
    </Dialog>
  )
}

/** Beside the probe: what people have at hand. */
const otherTexts: readonly (readonly [command: string, what: string])[] = [
  [iommuListingCommand, t`PCI devices by IOMMU group`],
  ['lspci -nnk', t`PCI devices and their drivers`],
  ['lscpu -J', t`the processor`],
  ['lscpu -e', t`its threads, cores and caches`],
  ['lsusb', t`USB devices`],
  ['virsh capabilities', t`processor, NUMA and security`],
  ['virsh domcapabilities', t`what QEMU can do here`],
  ['virsh nodedev-dumpxml DEVICE', t`one device, with SR-IOV and mediated types`],
  ['cat /etc/subuid', t`your subordinate ids`],
]

/** Where two texts can't be of one machine. */
function Conflicts() {
  const sources = useVmDocument((state) => state.hostSources)
  const typed = useVmDocument((state) => state.hostTyped)
  const findings = useMemo(() => hostOf(sources, typed).findings, [sources, typed])
  if (findings.length === 0) return null
  return (
    <FindingList
      findings={findings.map(({ severity, message }, index) => ({ id: String(index), severity, message }))}
    />
  )
}

function Known({ host }: { readonly host: HostFacts }) {
  const known = knownFacts(host)
  return (
    <Section title={t`What is known`}>
      <dl className="host-known">
        {known.map(({ title, words }) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      {host.unread !== undefined && host.unread.length > 0 && (
        <Disclosure
          title={t`What the probe could not read`}
          remember="host.unread"
          summary={counted(host.unread.length, 'thing')}
        >
          <ul className="host-unread">
            {host.unread.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </Disclosure>
      )}
      <FactsFile host={host} />
    </Section>
  )
}
