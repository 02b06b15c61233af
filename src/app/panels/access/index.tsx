import { DeviceListEditor, type DeviceWords, More, SpecField } from '../../form/index.ts'
import { Section } from '../../layout/index.ts'
import { below, type ItemAt, type SpecPath, specPath } from '../../spec-path.ts'
import { useVmDocument } from '../../store.ts'
import { FieldGroup } from '../../ui/index.ts'
import { PartPanel } from '../PartPanel.tsx'
import { phrase, useSpecText } from '../spec-values.ts'

const cloudInit = specPath(['cloud_init'])
const users = below(cloudInit, ['users'])
const files = below(cloudInit, ['write_files'])

const shows: readonly SpecPath[] = [specPath(['ssh']), specPath(['cloud_init'])]

export function Panel() {
  const keySource = useSpecText(specPath(['ssh', 'key_source'])) ?? 'auto'
  const baseUser = useSpecText(specPath(['source', 'base_user']))
  const hasKey = useVmDocument((state) => state.host?.ssh_public_key !== undefined)
  return (
    <PartPanel id="access" shows={shows}>
      <Section title="Login" about="Over SSH, with a key. The port is with the network.">
        <FieldGroup>
          <SpecField path={specPath(['ssh', 'user'])} placeholder={baseUser} />
          <SpecField
            path={specPath(['ssh', 'key_source'])}
            suggestions={keySources}
            placeholder="default (auto)"
            note={
              keySource === 'auto' && !hasKey
                ? 'Your public key is not known; the host facts have a place for it.'
                : undefined
            }
          />
        </FieldGroup>
        <SpecField path={specPath(['ssh', 'key_injection'])} />
      </Section>
      <Section title="First boot">
        <FieldGroup>
          <SpecField path={below(cloudInit, ['hostname'])} />
          <SpecField path={below(cloudInit, ['timezone'])} placeholder="Europe/Vienna" />
          <SpecField path={below(cloudInit, ['locale'])} placeholder="de_AT.UTF-8" />
          <SpecField path={below(cloudInit, ['package'])} placeholder="git" />
          <SpecField path={below(cloudInit, ['runcmd'])} placeholder="systemctl enable --now nginx" />
        </FieldGroup>
      </Section>
      <Section title="Users">
        <DeviceListEditor
          listPath={users}
          item="user"
          icon="user"
          describe={userWords}
          add={newUser}
          empty="The user of the image, else the one who logs in"
        />
      </Section>
      <Section title="Files">
        <DeviceListEditor
          listPath={files}
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
          paths={rest.map((key) => below(cloudInit, [key]))}
          summary="early commands, network, mirrors, user-data of your own"
        >
          <FieldGroup>
            <SpecField path={below(cloudInit, ['bootcmd'])} />
            <SpecField path={below(cloudInit, ['extra'])} />
          </FieldGroup>
          {(['network', 'mirrors', 'charly_install'] as const).map((key) => (
            <SpecField key={key} path={below(cloudInit, [key])} />
          ))}
        </More>
      </Section>
    </PartPanel>
  )
}

const rest = ['bootcmd', 'extra', 'network', 'mirrors', 'charly_install'] as const

const keySources = [
  { value: 'auto', description: 'Your own public key' },
  { value: 'generate', description: 'A new pair for this VM alone' },
  { value: 'none', description: 'No key: another way in is needed' },
]

const newUser = [{ id: 'user', label: 'User', value: { sudo: true, shell: '/bin/bash' } }]

function userWords({ name, sudo, groups, lock_passwd, shell }: ItemAt<typeof users>): DeviceWords {
  return {
    title: name ?? 'No name yet',
    summary: phrase(sudo === true && 'sudo', groups?.join(' '), lock_passwd === false && 'password login'),
    detail: shell,
  }
}

function fileWords({ path, content, owner, perms }: ItemAt<typeof files>): DeviceWords {
  const lines = content?.trimEnd().split('\n').length ?? 0
  return {
    title: path ?? 'No path yet',
    summary: phrase(lines === 0 ? 'empty' : `${lines} ${lines === 1 ? 'line' : 'lines'}`, owner),
    detail: perms ?? '0644',
  }
}
