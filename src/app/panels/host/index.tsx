import { useState } from 'react'
import { applyChanges, type HostFacts, hostFactsSchema, type Path, readHostFacts } from '../../core.ts'
import { valueAt } from '../../edit.ts'
import { useVmDocument, vmDocument } from '../../store.ts'
import {
  ComboBox,
  CopyButton,
  Dialog,
  Disclosure,
  DropZone,
  FieldGroup,
  NumberField,
  SegmentedControl,
  TextField,
} from '../../ui/index.ts'
import { textAt } from '../spec-values.ts'
import { formatIdRange, readIdRange } from './id-range.ts'
import './host.css'

export interface HostDialogProps {
  readonly open: boolean
  readonly onClose: () => void
}

/** What is known about the machine that the VM will run on: typed in, or taken from a HostFacts file. */
export function HostDialog({ open, onClose }: HostDialogProps) {
  return (
    <Dialog title="Host" open={open} onClose={onClose} actions={[]} cancel="Done">
      <p className="host-about">
        The machine that the VM will run on. It stays in this browser and is in no link; what is not said is
        not known, and the rules about it stay quiet.
      </p>
      <HostForm />
    </Dialog>
  )
}

function HostForm() {
  const host = useVmDocument((state) => state.host)
  return (
    <>
      <FieldGroup>
        <ComboBox
          {...frame(host, ['distro'], 'Distribution')}
          help="ID of /etc/os-release: decides where firmware files are and what packages are called."
          value={textAt(host, 'distro')}
          onChange={(text) => setFact(['distro'], text)}
          suggestions={distributions}
        />
        <SegmentedControl
          {...frame(host, ['connection'], 'Connection')}
          help="A session runs as you and needs no rights; the system runs as root and has every network."
          value={textAt(host, 'connection') ?? ''}
          onChange={(word) => setFact(['connection'], word === '' ? undefined : word)}
          segments={[
            { value: '', label: 'not said (session)' },
            { value: 'session', label: 'session' },
            { value: 'system', label: 'system' },
          ]}
        />
        <FactText host={host} path={['libvirt']} label="libvirt" placeholder="11.3.0" help="virsh version" />
        <FactText
          host={host}
          path={['qemu']}
          label="QEMU"
          placeholder="10.0.0"
          help="qemu-system-x86_64 --version"
        />
        <ComboBox
          {...frame(host, ['cpu_vendor'], 'Processor')}
          help="vendor_id of /proc/cpuinfo: decides the feature for nested guests."
          value={textAt(host, 'cpu_vendor')}
          onChange={(text) => setFact(['cpu_vendor'], text)}
          suggestions={[
            { value: 'GenuineIntel', description: 'Intel' },
            { value: 'AuthenticAMD', description: 'AMD' },
          ]}
        />
      </FieldGroup>
      <FieldGroup title="You on the host">
        <FactText host={host} path={['user', 'name']} label="User" placeholder="me" help="id -un" />
        <FactNumber host={host} path={['user', 'uid']} label="User id" help="id -u" />
        <FactNumber host={host} path={['user', 'gid']} label="Group id" help="id -g" />
        <FactRange host={host} path={['user', 'subuid']} label="User id range" file="/etc/subuid" />
        <FactRange host={host} path={['user', 'subgid']} label="Group id range" file="/etc/subgid" />
        <FactText
          host={host}
          path={['ssh_public_key']}
          label="SSH public key"
          placeholder="ssh-ed25519 AAAA… me@host"
          help="A line of ~/.ssh/id_ed25519.pub: what key_source auto puts into the guest."
        />
      </FieldGroup>
      <FactsFile host={host} />
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

interface FactProps {
  readonly host: HostFacts | undefined
  readonly path: Path
  readonly label: string
  readonly help: string
}

function FactText({ host, path, label, help, placeholder }: FactProps & { readonly placeholder: string }) {
  return (
    <TextField
      {...frame(host, path, label)}
      mono
      help={help}
      placeholder={placeholder}
      value={textAt(host, ...path)}
      onChange={(text) => setFact(path, text)}
      validate={(text) => problemOf(path, text)}
    />
  )
}

function FactNumber({ host, path, label, help }: FactProps) {
  const held = valueAt(host, path)
  return (
    <NumberField
      {...frame(host, path, label)}
      help={help}
      min={0}
      value={typeof held === 'number' ? held : undefined}
      onChange={(number) => setFact(path, number)}
    />
  )
}

function FactRange({ host, path, label, file }: Omit<FactProps, 'help'> & { readonly file: string }) {
  return (
    <TextField
      {...frame(host, path, label)}
      mono
      help={`Your line of ${file}: name, first id, how many.`}
      placeholder="me:100000:65536"
      value={formatIdRange(valueAt(host, path))}
      onChange={(text) => setFact(path, text === undefined ? undefined : readIdRange(text))}
      validate={(text) =>
        readIdRange(text) === undefined ? 'First id and how many, as 100000:65536' : undefined
      }
    />
  )
}

function FactsFile({ host }: { readonly host: HostFacts | undefined }) {
  const [error, setError] = useState<string>()
  const take = (text: string) => {
    const { facts, findings } = readHostFacts(text)
    setError(findings[0]?.message)
    if (facts !== undefined) vmDocument.setHost(facts)
  }
  return (
    <Disclosure title="HostFacts file" summary="paste, drop, or take away as JSON" remember="host.file">
      <DropZone
        label="HostFacts as JSON"
        placeholder={'{ "distro": "arch", "libvirt": "11.3.0", … }'}
        accept=".json,application/json"
        error={error}
        onText={take}
      />
      {host !== undefined && (
        <CopyButton text={`${JSON.stringify(host, undefined, 2)}\n`} what="the host facts" size="small">
          Copy what is known
        </CopyButton>
      )}
    </Disclosure>
  )
}

function frame(host: HostFacts | undefined, path: Path, label: string) {
  return {
    label,
    name: path.join('.'),
    changed: valueAt(host, path) !== undefined,
    onReset: () => setFact(path, undefined),
  }
}

/** Sets one fact, or forgets it with undefined. A value that the schema refuses is not taken. */
function setFact(path: Path, value: unknown): void {
  const parsed = hostFactsSchema.safeParse(
    applyChanges<unknown>(vmDocument.store.getState().host ?? {}, [{ path, value }]) ?? {},
  )
  if (parsed.success) vmDocument.setHost(Object.keys(parsed.data).length === 0 ? undefined : parsed.data)
}

function problemOf(path: Path, text: string): string | undefined {
  const parsed = hostFactsSchema.safeParse(applyChanges<unknown>({}, [{ path, value: text }]))
  if (parsed.success) return undefined
  const message = parsed.error.issues[0]?.message ?? 'is not right'
  return message.charAt(0).toUpperCase() + message.slice(1)
}
