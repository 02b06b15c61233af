import { DeviceListEditor, type DeviceWords, More, SpecField } from '../../form/index.ts'
import { Section } from '../../layout/index.ts'
import { below, type ItemAt, type SpecPath, specPath } from '../../spec-path.ts'
import { useVmDocument } from '../../store.ts'
import { FieldGroup } from '../../ui/index.ts'
import { counted, t } from '../../words/index.ts'
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
      <Section title={t`Login`} about={t`Over SSH, with a key. The port is with the network.`}>
        <FieldGroup>
          <SpecField path={specPath(['ssh', 'user'])} placeholder={baseUser} />
          <SpecField
            path={specPath(['ssh', 'key_source'])}
            suggestions={keySources}
            placeholder={t`default (auto)`}
            note={
              keySource === 'auto' && !hasKey
                ? t`Your public key is not known; the host facts have a place for it.`
                : undefined
            }
          />
        </FieldGroup>
        <SpecField path={specPath(['ssh', 'key_injection'])} />
      </Section>
      <Section title={t`First boot`}>
        <FieldGroup>
          <SpecField path={below(cloudInit, ['hostname'])} />
          <SpecField path={below(cloudInit, ['timezone'])} placeholder={t`Europe/Vienna`} />
          <SpecField path={below(cloudInit, ['locale'])} placeholder={'de_AT.UTF-8'} />
          <SpecField path={below(cloudInit, ['package'])} placeholder={'git'} />
          <SpecField path={below(cloudInit, ['runcmd'])} placeholder={'systemctl enable --now nginx'} />
        </FieldGroup>
      </Section>
      <Section title={t`Users`}>
        <DeviceListEditor
          listPath={users}
          item={'user'}
          icon="user"
          describe={userWords}
          add={newUser}
          empty={t`The user of the image, else the one who logs in`}
        />
      </Section>
      <Section title={t`Files`}>
        <DeviceListEditor
          listPath={files}
          item={t`file`}
          icon="file"
          describe={fileWords}
          empty={t`No file is written`}
        />
      </Section>
      <Section>
        <More
          title={t`More of cloud-init`}
          remember="access.more"
          paths={rest.map((key) => below(cloudInit, [key]))}
          summary={t`early commands, network, mirrors, user-data of your own`}
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
  { value: 'auto', description: t`Your own public key` },
  { value: 'generate', description: t`A new pair for this VM alone` },
  { value: 'none', description: t`No key: another way in is needed` },
]

const newUser = [{ id: 'user', label: t`User`, value: { sudo: true, shell: '/bin/bash' } }]

function userWords({ name, sudo, groups, lock_passwd, shell }: ItemAt<typeof users>): DeviceWords {
  return {
    title: name ?? t`No name yet`,
    summary: phrase(sudo === true && 'sudo', groups?.join(' '), lock_passwd === false && t`password login`),
    detail: shell,
  }
}

function fileWords({ path, content, owner, perms }: ItemAt<typeof files>): DeviceWords {
  const lines = content?.trimEnd().split('\n').length ?? 0
  return {
    title: path ?? t`No path yet`,
    summary: phrase(lines === 0 ? t`empty` : counted(lines, 'line'), owner),
    detail: perms ?? '0644',
  }
}
