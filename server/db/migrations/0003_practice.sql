CREATE TABLE `mock_interviews` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`started_at` integer NOT NULL,
	`state` text NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `mock_interviews_user` ON `mock_interviews` (`user_id`,`started_at`);--> statement-breakpoint
CREATE TABLE `practice_cards` (
	`user_id` text NOT NULL,
	`question` text NOT NULL,
	`due` integer NOT NULL,
	`card` text NOT NULL,
	PRIMARY KEY(`user_id`, `question`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `practice_reviews` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`question` text NOT NULL,
	`at` integer NOT NULL,
	`rating` text NOT NULL,
	`hit` text NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `practice_reviews_user` ON `practice_reviews` (`user_id`,`at`);