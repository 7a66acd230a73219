import styles from './avatar.module.css';

interface AvatarProps {
  name: string;
  src?: string | null;
  size?: number;
  shape?: 'round' | 'square';
}

/** A picture, or the character that tells people apart: a Chinese given name's last, else the first letter. */
export function Avatar({ name, src, size = 24, shape = 'round' }: AvatarProps) {
  const style = { width: size, height: size, fontSize: Math.round(size * 0.46) };
  const className = `${styles.avatar} ${shape === 'square' ? styles.square : ''}`;
  if (src) return <img className={className} style={style} src={src} alt="" loading="lazy" />;
  return (
    <span className={className} style={style} aria-hidden="true">
      {shape === 'square' ? firstCharacter(name) : tellingCharacter(name)}
    </span>
  );
}

const firstCharacter = (name: string): string => [...name.trim()][0]?.toUpperCase() ?? '·';

function tellingCharacter(name: string): string {
  const characters = [...name.trim()];
  const isChinese = /\p{Script=Han}/u.test(characters.at(-1) ?? '');
  return (isChinese ? characters.at(-1) : characters[0]?.toUpperCase()) ?? '·';
}
