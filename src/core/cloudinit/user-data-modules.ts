/**
 * The keys of user-data, by the module that reads them (cloud-init 25.1, Module reference). The modules that a design
 * or its author is likely to use are said in full; of all others only the name is known, so that it is not called wrong.
 */
import {
  anything,
  either,
  type Form,
  flag,
  listOf,
  mapOf,
  nothing,
  pattern,
  text,
  wholeNumber,
  word,
} from './form.ts'

const texts = listOf(text)
const command = either(text, listOf(text), nothing)
const size = pattern(/^(?:[0-9]*\.)?[0-9]+[BKMGT]$/, 'a size such as 2G')

/** Spelled with hyphens, as older releases had them, keys are still read. */
function withHyphens(keys: Readonly<Record<string, Form>>): Record<string, Form> {
  return Object.fromEntries(
    Object.entries(keys).flatMap(([key, form]) => [
      [key, form],
      [key.replaceAll('_', '-'), form],
    ]),
  )
}

/** Users and Groups. */
const user = mapOf({
  name: text,
  snapuser: text,
  doas: texts,
  expiredate: text,
  gecos: text,
  groups: either(text, texts, { kind: 'map', keys: {}, others: nothing }),
  homedir: text,
  inactive: text,
  passwd: text,
  shell: text,
  sudo: either(text, texts, flag, nothing),
  system: flag,
  uid: either(wholeNumber, text),
  ...withHyphens({
    create_groups: flag,
    hashed_passwd: text,
    lock_passwd: flag,
    no_create_home: flag,
    no_log_init: flag,
    no_user_group: flag,
    plain_text_passwd: text,
    primary_group: text,
    selinux_user: text,
    ssh_authorized_keys: texts,
    ssh_import_id: texts,
    ssh_redirect_user: flag,
  }),
})

const groups = either(text, listOf(either(text, { kind: 'map', keys: {}, others: either(text, texts) })), {
  kind: 'map',
  keys: {},
  others: either(text, texts, nothing),
})

/** Write Files. Permissions without quotes are a number by the time that cloud-init sees them. */
const file = mapOf(
  {
    path: text,
    content: text,
    owner: text,
    permissions: pattern(/^0?o?[0-7]{3,4}$/, 'a text of octal digits such as "0644"'),
    encoding: word(
      'b64',
      'base64',
      'gz',
      'gzip',
      'gz+b64',
      'gzip+b64',
      'gz+base64',
      'gzip+base64',
      'text/plain',
    ),
    append: flag,
    defer: flag,
    source: mapOf({ uri: text, headers: { kind: 'map', keys: {}, others: text } }, 'uri'),
  },
  'path',
)

/** Set Passwords. */
const password = mapOf({ name: text, password: text, type: word('hash', 'text', 'RANDOM') }, 'name')

/** APT Configure. */
const mirrors = listOf(
  mapOf(
    { arches: texts, uri: text, search: texts, search_dns: flag, keyid: text, key: text, keyserver: text },
    'arches',
  ),
)

/** Every key of a module that is checked. */
const checked: Readonly<Record<string, Form>> = {
  // Bootcmd, Runcmd
  bootcmd: listOf(command),
  runcmd: listOf(command),
  // Set Hostname, Update Etc Hosts
  hostname: text,
  fqdn: text,
  prefer_fqdn_over_hostname: flag,
  preserve_hostname: flag,
  create_hostname_file: flag,
  manage_etc_hosts: word(true, false, 'localhost', 'template'),
  // Timezone, Locale, Keyboard
  timezone: text,
  locale: either(text, flag),
  locale_configfile: text,
  keyboard: mapOf({ layout: text, model: text, variant: text, options: text }, 'layout'),
  // Users and Groups
  users: either(text, listOf(either(text, texts, user)), user),
  user: either(text, user),
  groups,
  // SSH, Set Passwords
  ssh_authorized_keys: texts,
  ssh_import_id: texts,
  ssh_deletekeys: flag,
  ssh_genkeytypes: listOf(word('dsa', 'ecdsa', 'ed25519', 'rsa')),
  ssh_keys: {
    kind: 'map',
    keys: {},
    others: text,
  },
  ssh_publish_hostkeys: mapOf({ enabled: flag, blacklist: texts }),
  ssh_quiet_keygen: flag,
  allow_public_ssh_keys: flag,
  disable_root: flag,
  disable_root_opts: text,
  ssh_pwauth: either(flag, word('unchanged', 'yes', 'no', 'true', 'false')),
  password: text,
  chpasswd: mapOf({ expire: flag, users: listOf(password), list: either(text, texts) }),
  // Package Update Upgrade Install
  packages: listOf(either(text, texts, { kind: 'map', keys: {}, others: listOf(either(text, texts)) })),
  package_update: flag,
  package_upgrade: flag,
  package_reboot_if_required: flag,
  apt_update: flag,
  apt_upgrade: flag,
  apt_reboot_if_required: flag,
  apt: mapOf({
    preserve_sources_list: flag,
    generate_mirrorlists: flag,
    disable_suites: texts,
    primary: mirrors,
    security: mirrors,
    add_apt_repo_match: text,
    debconf_selections: { kind: 'map', keys: {}, others: text },
    sources_list: text,
    conf: text,
    http_proxy: text,
    https_proxy: text,
    ftp_proxy: text,
    proxy: text,
    sources: { kind: 'map', keys: {}, others: anything },
  }),
  // Write Files
  write_files: listOf(file),
  // Mounts, Growpart, Resizefs
  mounts: listOf({ kind: 'list', of: either(text, nothing), most: 6 }),
  mount_default_fields: { kind: 'list', of: either(text, nothing), most: 6 },
  swap: mapOf({
    filename: text,
    size: either(word('auto'), wholeNumber, size),
    maxsize: either(wholeNumber, size),
  }),
  growpart: mapOf({
    mode: word('auto', 'growpart', 'gpart', 'off', false),
    devices: texts,
    ignore_growroot_disabled: flag,
  }),
  resize_rootfs: word(true, false, 'noblock'),
  // Power State Change, Final Message
  power_state: mapOf(
    {
      mode: word('poweroff', 'reboot', 'halt'),
      delay: either({ kind: 'whole number', least: 0 }, pattern(/^(now|\+?\d+)$/, 'now')),
      message: text,
      timeout: wholeNumber,
      condition: either(text, flag, listOf(anything)),
    },
    'mode',
  ),
  final_message: text,
}

/** Keys of the other modules, and of cloud-init itself. */
const unchecked = (
  'ansible apk_repos apt_pipelining autoinstall byobu_by_default ca_certs ca-certs chef device_aliases ' +
  'disable_ec2_metadata disk_setup drivers fan fs_setup grub_dpkg grub-dpkg landscape lxd manage_resolv_conf ' +
  'mcollective no_ssh_fingerprints authkey_hash ntp phone_home puppet random_seed resolv_conf rh_subscription rpi ' +
  'rsyslog salt_minion snap spacewalk ssh ssh_fp_console_blacklist ssh_key_console_blacklist ubuntu_advantage ' +
  'ubuntu_pro updates vendor_data wireguard yum_repo_dir yum_repos zypper reporting output merge_how merge_type ' +
  'datasource datasource_list system_info cloud_init_modules cloud_config_modules cloud_final_modules network ' +
  'launch-index allow_userdata syslog_fix_perms def_log_file log_cfgs log_basic resolv_conf_config users_groups'
).split(' ')

/** The first level of user-data. */
export const userDataForm: Form = mapOf({
  ...Object.fromEntries(unchecked.map((key) => [key, anything])),
  ...checked,
})
