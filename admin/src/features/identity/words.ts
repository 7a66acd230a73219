import { defineWords } from '../../kit/i18n/words';

export const identityWords = defineWords(
  {
    signIn: '登录',
    signInHint: '用商户后台的邮箱和密码登录。忘了密码，请商户的所有者重新邀请你。',
    email: '邮箱',
    emailNeeded: '请填邮箱',
    password: '密码',
    passwordNeeded: '请填密码',
    changePassword: '修改密码',
    currentPassword: '现在的密码',
    newPassword: '新密码，至少 10 个字符',
    newPasswordNeeded: '新密码至少 10 个字符',
    passwordChanged: '密码已修改，其他设备上的登录已退出',
    cancel: '取消',
  },
  {
    signIn: 'Sign in',
    signInHint:
      'Use the e-mail and password of your console. If you forgot the password, ask an owner to invite you again.',
    email: 'E-mail',
    emailNeeded: 'Give your e-mail',
    password: 'Password',
    passwordNeeded: 'Give your password',
    changePassword: 'Change password',
    currentPassword: 'Present password',
    newPassword: 'New password, at least 10 characters',
    newPasswordNeeded: 'The new password needs at least 10 characters',
    passwordChanged: 'Password changed; other devices are signed out',
    cancel: 'Cancel',
  },
);
