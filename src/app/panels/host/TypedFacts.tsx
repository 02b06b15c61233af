import { applyChanges, type HostFacts, hostFactsSchema, readPublicKeys, valueAt } from '../../core.ts'
import type { KeyOf } from '../../spec-path.ts'
import { useVmDocument, vmDocument } from '../../store.ts'
import { ComboBox, FieldGroup, NumberField, SegmentedControl, TextArea, TextField } from '../../ui/index.ts'
import { t } from '../../words/index.ts'
import { textOf } from '../spec-values.ts'
import { formatIdRange, readIdRange } from './id-range.ts'

/** Facts typed by hand: they go before what was read. */
export function TypedFacts() {
  const host = useVmDocument((state) => state.host)
  return (
    <>
      <FieldGroup>
        <ComboBox
          {...useFrame(['distro'], 'Distribution')}
          help={t`ID of /etc/os-release: decides where firmware files are and what packages are called.`}
          value={host?.distro}
          onChange={(text) => setFact(['distro'], text)}
          validate={(text) => problemOf(['distro'], text)}
          suggestions={distributions}
        />
        <SegmentedControl
          {...useFrame(['connection'], 'Connection')}
          help={t`A session runs as you and needs no rights; the system runs as root and has every network.`}
          value={host?.connection ?? ''}
          onChange={(word) => setFact(['connection'], word === '' ? undefined : word)}
          segments={[
            { value: '', label: t`not said (as the design needs)` },
            { value: 'session', label: t`session` },
            { value: 'system', label: t`system` },
          ]}
        />
        <FactText
          host={host}
          path={['libvirt']}
          label={t`libvirt`}
          placeholder="11.3.0"
          help={'virsh version'}
        />
        <FactText
          host={host}
          path={['qemu']}
          label={t`QEMU`}
          placeholder="10.0.0"
          help={'qemu-system-x86_64 --version'}
        />
        <ComboBox
          {...useFrame(['cpu_vendor'], 'Processor')}
          help={t`vendor_id of /proc/cpuinfo: decides the feature for nested guests.`}
          value={host?.cpu_vendor}
          onChange={(text) => setFact(['cpu_vendor'], text)}
          validate={(text) => problemOf(['cpu_vendor'], text)}
          suggestions={[
            { value: 'GenuineIntel', description: t`Intel` },
            { value: 'AuthenticAMD', description: t`AMD` },
          ]}
        />
      </FieldGroup>
      <FieldGroup title={t`You on the host`}>
        <FactText host={host} path={['user', 'name']} label={t`User`} placeholder={'me'} help={'id -un'} />
        <FactNumber host={host} path={['user', 'uid']} label={t`User id`} help={'id -u'} />
        <FactNumber host={host} path={['user', 'gid']} label={t`Group id`} help={'id -g'} />
        <FactRange host={host} path={['user', 'subuid']} label={t`User id range`} file="/etc/subuid" />
        <FactRange host={host} path={['user', 'subgid']} label={t`Group id range`} file="/etc/subgid" />
        <PublicKey host={host} />
      </FieldGroup>
    </>
  )
}

const distributions = [
  'arch',
  'debian',
  'ubuntu',
  'fedora',
  'centos',
  'rhel',
  'opensuse-tumbleweed',
  'nixos',
].map((value) => ({ value }))

/** A fact that is typed: one of the host, or of its user. */
type FactPath = readonly [KeyOf<HostFacts>] | readonly ['user', KeyOf<NonNullable<HostFacts['user']>>]

interface FactProps {
  readonly host: HostFacts | undefined
  readonly path: FactPath
  readonly label: string
  readonly help: string
}

function FactText({ host, path, label, help, placeholder }: FactProps & { readonly placeholder: string }) {
  return (
    <TextField
      {...useFrame(path, label)}
      mono
      help={help}
      placeholder={placeholder}
      value={textOf(valueAt(host, path))}
      onChange={(text) => setFact(path, text)}
      validate={(text) => problemOf(path, text)}
    />
  )
}

function FactNumber({ host, path, label, help }: FactProps) {
  const held = valueAt(host, path)
  return (
    <NumberField
      {...useFrame(path, label)}
      help={help}
      min={0}
      max={mostId}
      value={typeof held === 'number' ? held : undefined}
      onChange={(number) => setFact(path, number)}
    />
  )
}

function FactRange({ host, path, label, file }: Omit<FactProps, 'help'> & { readonly file: string }) {
  return (
    <TextField
      {...useFrame(path, label)}
      mono
      help={t`Your line of ${file}: name, first id, how many.`}
      placeholder={'me:100000:65536'}
      value={formatIdRange(valueAt(host, path))}
      onChange={(text) => setFact(path, text === undefined ? undefined : readIdRange(text))}
      validate={(text) => {
        const range = readIdRange(text)
        return range === undefined ? t`First id and how many, as 100000:65536` : problemOf(path, range)
      }}
    />
  )
}

/** Ids of users are 32 bits, and the last two of them are nobody's. */
const mostId = 2 ** 32 - 3

const publicKey: FactPath = ['ssh_public_key']

/** One key a line. A private key stays in the area alone, and becomes no fact: what is a fact is kept. */
function PublicKey({ host }: { readonly host: HostFacts | undefined }) {
  return (
    <TextArea
      {...useFrame(publicKey, t`SSH public key`)}
      mono
      rows={2}
      placeholder={'ssh-ed25519 AAAA… me@host'}
      help={t`What ~/.ssh/id_ed25519.pub holds, one key a line: what key_source auto puts into the guest.`}
      value={host?.ssh_public_key}
      onChange={(text) => setFact(publicKey, text)}
      validate={(text) =>
        readPublicKeys(text).problems.find(({ severity }) => severity === 'error')?.message ??
        problemOf(publicKey, text)
      }
    />
  )
}

function useFrame(path: FactPath, label: string) {
  const isTyped = useVmDocument((state) => valueAt(state.hostTyped, path) !== undefined)
  return { label, name: path.join('.'), changed: isTyped, onReset: () => setFact(path, undefined) }
}

/** Sets one fact, or forgets it with undefined. What the schema refuses stays in its field, which says why. */
function setFact(path: FactPath, value: unknown): void {
  const parsed = withFact(path, value)
  if (parsed.success) vmDocument.setHost(Object.keys(parsed.data).length === 0 ? undefined : parsed.data)
}

/** All that is typed with one fact more: every field asks just what would be set, so that nothing is dropped unsaid. */
function withFact(path: FactPath, value: unknown) {
  const { hostTyped = {} } = vmDocument.store.getState()
  return hostFactsSchema.safeParse(applyChanges<unknown>(hostTyped, [{ path, value }]) ?? {})
}

function problemOf(path: FactPath, value: unknown): string | undefined {
  const parsed = withFact(path, value)
  if (parsed.success) return undefined
  const message = parsed.error.issues[0]?.message ?? t`is not right`
  return message.charAt(0).toUpperCase() + message.slice(1)
}
