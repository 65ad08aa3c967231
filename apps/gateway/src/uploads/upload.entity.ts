import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

/** A file that an office uploaded. The bytes lie in the content store under their hash; the same file twice is one row. */
@Entity({ name: 'upload' })
export class UploadEntity {
  @PrimaryColumn({ type: 'text' })
  office!: string;

  @PrimaryColumn({ type: 'text' })
  sha256!: string;

  /** Bytes as a decimal string: a file can be larger than an int4. */
  @Column({ type: 'bigint' })
  bytes!: string;

  /** Of a packed file the hash of what it unpacks to; null of every other, and of those that came before this was noted. */
  @Column({ type: 'text', name: 'unpacked_sha256', nullable: true })
  unpackedSha256!: string | null;

  @Column({ type: 'text', name: 'uploaded_by' })
  uploadedBy!: string;

  @CreateDateColumn({ type: 'timestamptz', name: 'uploaded_at' })
  uploadedAt!: Date;
}
