import type { Path, UnknownRecord } from '../../core.ts'
import { DeviceListEditor, type DeviceWords, More, SpecField } from '../../form/index.ts'
import { Section } from '../../layout/index.ts'
import { useVmDocument } from '../../store.ts'
import { FieldGroup } from '../../ui/index.ts'
import { PartPanel } from '../PartPanel.tsx'
import { phrase, textAt, useSpecText } from '../spec-values.ts'

const cloudInit: Path = ['cloud_init']

const shows: readonly Path[] = [['ssh'], ['cloud_init']]

export function Panel() {
  const keySource = useSpecText(['ssh', 'key_source']) ?? 'auto'
  const baseUser = useSpecText(['source', 'base_user'])
  const hasKey = useVmDocument((state) => state.host?.ssh_public_key !== undefined)
  return (
    <PartPanel id="access" shows={shows}>
      <Section title="Login" about="Over SSH, with a key. The port is with the network.">
        <FieldGroup>
          <SpecField path={['ssh', 'user']} placeholder={baseUser} />
          <SpecField
            path={['ssh', 'key_source']}
            suggestions={keySources}
            placeholder="default (auto)"
            note={
              keySource === 'auto' && !hasKey
                ? 'Your public key is not known; the host facts have a place for it.'
                : undefined
            }
          />
        </FieldGroup>
        <SpecField path={['ssh', 'key_injection']} />
      </Section>
      <Section title="First boot">
        <FieldGroup>
          <SpecField path={[...cloudInit, 'hostname']} />
          <SpecField path={[...cloudInit, 'timezone']} placeholder="Europe/Vienna" />
          <SpecField path={[...cloudInit, 'locale']} placeholder="de_AT.UTF-8" />
          <SpecField path={[...cloudInit, 'package']} placeholder="git" />
          <SpecField path={[...cloudInit, 'runcmd']} placeholder="systemctl enable --now nginx" />
        </FieldGroup>
      </Section>
      <Section title="Users">
        <DeviceListEditor
          listPath={[...cloudInit, 'users']}
          item="user"
          icon="user"
          describe={userWords}
          add={newUser}
          empty="The user of the image, else the one who logs in"
        />
      </Section>
      <Section title="Files">
        <DeviceListEditor
          listPath={[...cloudInit, 'write_files']}
          item="file"
          icon="file"
          describe={fileWords}
          empty="No file is written"
        />
      </Section>
      <Section>
        <More
          title="More of cloud-init"
          remember="access.more"
          paths={rest.map((key) => [...cloudInit, key])}
          summary="early commands, network, mirrors, user-data of your own"
        >
          <FieldGroup>
            <SpecField path={[...cloudInit, 'bootcmd']} />
            <SpecField path={[...cloudInit, 'extra']} />
          </FieldGroup>
          {['network', 'mirrors', 'charly_install'].map((key) => (
            <SpecField key={key} path={[...cloudInit, key]} />
          ))}
        </More>
      </Section>
    </PartPanel>
  )
}

const rest = ['bootcmd', 'extra', 'network', 'mirrors', 'charly_install']

const keySources = [
  { value: 'auto', description: 'Your own public key' },
  { value: 'generate', description: 'A new pair for this VM alone' },
  { value: 'none', description: 'No key: another way in is needed' },
]

const newUser = [{ id: 'user', label: 'User', value: { sudo: true, shell: '/bin/bash' } }]

function userWords(user: UnknownRecord): DeviceWords {
  const groups = user['groups']
  return {
    title: textAt(user, 'name') ?? 'No name yet',
    summary: phrase(
      textAt(user, 'sudo') === 'true' && 'sudo',
      Array.isArray(groups) && groups.join(' '),
      textAt(user, 'lock_passwd') === 'false' && 'password login',
    ),
    detail: textAt(user, 'shell'),
  }
}

function fileWords(file: UnknownRecord): DeviceWords {
  const lines = textAt(file, 'content')?.trimEnd().split('\n').length ?? 0
  return {
    title: textAt(file, 'path') ?? 'No path yet',
    summary: phrase(
      lines === 0 ? 'empty' : `${lines} ${lines === 1 ? 'line' : 'lines'}`,
      textAt(file, 'owner'),
    ),
    detail: textAt(file, 'perms') ?? '0644',
  }
}
